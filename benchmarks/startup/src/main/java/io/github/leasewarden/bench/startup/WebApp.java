package io.github.leasewarden.bench.startup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest web service worth starting: one controller, embedded Tomcat. */
@SpringBootApplication
@RestController
public class WebApp {

    /** Starts it on the port given by {@code --server.port}. */
    public static void main(String[] args) {
        SpringApplication.run(WebApp.class, args);
    }

    @GetMapping("/hello")
    String hello() {
        return "hello";
    }
}
